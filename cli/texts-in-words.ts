/** What `policy check` says of the languages in which sellers read the policies' own texts. */
import type { Policies } from '../policies/policy.js';
import { textsMissing } from '../policies/texts.js';
import type { Wording } from '../wording/wording.js';

const NAMES = new Intl.DisplayNames('en', { type: 'language' });
/** why three: whoever adds a language sees what is meant; the rest is in the policies. */
const SHOWN = 3;

/** @param unsaid a line for each translated text that no policy says */
export function textsInWords(policies: Policies, unsaid: readonly string[], { format }: Wording): string[] {
  const lines = textsMissing(policies).map(({ language, missing, of }) => {
    const name = NAMES.of(language)!;
    if (missing.length === 0) return `  ${name}: ${of === 1 ? 'the one text is' : `all ${format.count(of)} texts are`} said`;
    const shown = missing.slice(0, SHOWN).map((text) => JSON.stringify(text));
    const more = missing.length > SHOWN ? ` and ${format.count(missing.length - SHOWN)} more` : '';
    return `  ${name}: ${format.count(missing.length)} of ${format.many(of, 'text')} not said in texts.${language}.yaml, and read as they are written: ${shown.join(', ')}${more}`;
  });
  const of = lines.length > 0 ? [['What sellers read of these policies, by language', ...lines].join('\n')] : [];
  return unsaid.length > 0 ? [...of, ['Translated, and said by no policy', ...unsaid.map((line) => `  ${line}`)].join('\n')] : of;
}
