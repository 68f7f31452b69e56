import type { LandedFile } from '../../contracts/run/inputs.js';

/** Files landed for days at which no table of the deployment looks: accepted, they would be read as nothing. A person has to decide. */
export class LandedTooEarly extends Error {
  override name = 'LandedTooEarly';
}

/** why 3: they show the pattern; all of them may be years of history. */
const NAMED = 3;

/** @throws LandedTooEarly naming the files and the way out, before anything of the night is accepted */
export function refuseDaysBefore(firstLandingDay: string, files: readonly Pick<LandedFile, 'key' | 'dt'>[]): void {
  const early = files.filter(({ dt }) => dt < firstLandingDay).sort((a, b) => (a.key < b.key ? -1 : 1));
  if (early.length === 0) return;
  const named = early.slice(0, NAMED).map(({ key }) => key);
  const more = early.length > NAMED ? ` and ${early.length - NAMED} more` : '';
  const earliest = early.map(({ dt }) => dt).sort()[0];
  throw new LandedTooEarly(
    `landing/${named.join(', landing/')}${more}: landed for days before ${firstLandingDay}, at which no table looks; set firstLandingDay of this group to ${earliest} in infra/aws/settings.ts and deploy, or take them out of landing, and run the night again`,
  );
}
