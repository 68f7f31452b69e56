import { isDay } from '../../contracts/days.js';
import { LANDING } from '../../contracts/landing/index.js';
import { ALL_REGIONS, REGION_CODE } from '../../contracts/run/teams.js';
import { dashboardProblems } from './dashboard/settings.js';
import type { RegionGroup, Settings } from './settings.js';

/** A role, a user, or a whole account. Wildcards are none of them, and a session of a role is nobody who stays. */
const PRINCIPAL = /^arn:aws[a-z-]*:iam::\d{12}:(root|(role|user)\/[\w+=,.@/-]+)$/;

const noPrincipal = (arn: string): string =>
  `"${arn}" is no role, user or account; write arn:aws:iam::123456789012:role/name, as "aws iam get-role" answers it`;

function producersProblems({ producers = {} }: RegionGroup): string[] {
  return Object.entries(producers).flatMap(([dataset, arns]) => {
    if (!Object.hasOwn(LANDING, dataset))
      return [`producers of "${dataset}": is no dataset that lands; there are ${Object.keys(LANDING).join(', ')}`];
    if (arns.length === 0) return [`producers of ${dataset}: names nobody; take the line out, or name who lands it`];
    return arns.filter((arn) => !PRINCIPAL.test(arn)).map((arn) => `producers of ${dataset}: ${noPrincipal(arn)}`);
  });
}

const analystsProblems = ({ analysts = [] }: RegionGroup): string[] =>
  analysts.filter((arn) => !PRINCIPAL.test(arn)).map((arn) => `analysts: ${noPrincipal(arn)}`);

function teamsProblems({ teams = {} }: RegionGroup): string[] {
  return Object.entries(teams).flatMap(([region, arns]) => {
    if (!REGION_CODE.test(region) || region === ALL_REGIONS)
      return [`teams of "${region}": is no region; write its code as regions.yaml has it, or name analysts, who read all`];
    if (arns.length === 0) return [`teams of ${region}: names nobody; take the line out, or name who works for it`];
    return arns.filter((arn) => !PRINCIPAL.test(arn)).map((arn) => `teams of ${region}: ${noPrincipal(arn)}`);
  });
}

/** What is wrong with the settings of a stage, a line each, with what to write instead. */
export function settingsProblems(settings: Settings): string[] {
  const { stage, account, groups } = settings;
  return [
    ...(account === undefined || /^\d{12}$/.test(account)
      ? []
      : [`account "${account}": is none; an AWS account has 12 digits, as "aws sts get-caller-identity" answers them`]),
    ...groups.flatMap((group) => [
      ...(/^[a-z][a-z0-9]{0,7}$/.test(stage) && /^[a-z][a-z0-9]{0,11}$/.test(group.name)
        ? []
        : [`${group.name}: stage (8) and group (12) are short small letters`]),
      ...(isDay(group.firstLandingDay) ? [] : [`firstLandingDay "${group.firstLandingDay}": is no day; write YYYY-MM-DD`]),
      ...[
        ...producersProblems(group),
        ...analystsProblems(group),
        ...teamsProblems(group),
        ...dashboardProblems(group.dashboard),
      ].map((problem) => `${group.name}: ${problem}`),
    ]),
  ].map((problem) => `infra/aws/settings.ts: ${stage}: ${problem}`);
}
