import { Command, Option } from 'commander';
import { addAppeal } from './commands/appeal.js';
import { addBackfill } from './commands/backfill.js';
import { addBacktest } from './commands/backtest.js';
import { addDashboard } from './commands/dashboard.js';
import { addDecide } from './commands/decide.js';
import { addDoctor } from './commands/doctor.js';
import { checkEnvironment, withEnvironment } from './commands/environment.js';
import { addErase } from './commands/erase.js';
import { addEvidence } from './commands/evidence.js';
import { addExplain } from './commands/explain.js';
import { addFamily } from './commands/family.js';
import { addImport } from './commands/import.js';
import { addIncidents } from './commands/incidents.js';
import { addLanding } from './commands/landing.js';
import { addLeads } from './commands/leads.js';
import { addMails } from './commands/mails.js';
import { addNight } from './commands/night.js';
import { addOnboarding } from './commands/onboarding.js';
import { addOrders } from './commands/orders.js';
import { addPolicy } from './commands/policy.js';
import { addPublish } from './commands/publish.js';
import { addQuality } from './commands/quality.js';
import { addSample } from './commands/sample.js';
import { addStatus } from './commands/status.js';
import { addWhatif } from './commands/whatif.js';

/** All commands as they are typed after the program's name, none of them run. Whoever parses gets errors thrown. */
export function scorecardsProgram(): Command {
  const program = new Command('scorecards')
    .description('Nightly seller scorecards, programme tiers and regional KPIs: every number opens up into the orders behind it.')
    .addOption(new Option('--debug', 'show stack traces').default(false))
    .showHelpAfterError('(add --help for what is possible)')
    .hook('preAction', (_, command) => checkEnvironment(command))
    .exitOverride();

  for (const add of [
    addNight,
    addBackfill,
    addSample,
    addImport,
    addExplain,
    addWhatif,
    addOrders,
    addQuality,
    addStatus,
    addPublish,
    addPolicy,
    addBacktest,
    addLanding,
    addDecide,
    addAppeal,
    addIncidents,
    addLeads,
    addOnboarding,
    addEvidence,
    addFamily,
    addMails,
    addDoctor,
    addErase,
    addDashboard,
  ])
    add(program);
  withEnvironment(program);
  for (const command of program.commands) withEnvironment(command).exitOverride().option('--debug', 'show stack traces', false);
  return program;
}
