import { distance } from 'fastest-levenshtein';

/** why 0.4: two letters of `titel` stand in each other's place, which is two slips in five. */
const SLIPS_A_LETTER = 0.4;
/** why three: among codes of two letters every other one is a slip away. */
const SHORTEST = 3;

const plain = (word: string): string => word.toLowerCase().replace(/[-_ ]+/g, '_');

/** The word that was probably meant, with a slip or two; undefined when none is so near. */
export function nearest(word: string, among: readonly string[]): string | undefined {
  const longer = among.filter((known) => word.length > SHORTEST && plain(known).startsWith(plain(word)));
  if (longer.length === 1) return longer[0];
  const [best] = among
    .map((known) => ({ known, slips: distance(plain(word), plain(known)) }))
    .filter(({ known, slips }) => slips === 0 || (known.length >= SHORTEST && slips <= Math.floor(word.length * SLIPS_A_LETTER)))
    .sort((a, b) => a.slips - b.slips);
  return best?.known;
}

/** What others call a key of ours, too far from it to be a slip. */
const CALLED_ELSEWHERE: Readonly<Record<string, string>> = {
  effective_from: 'in_force_from',
  valid_from: 'in_force_from',
  effective_until: 'until',
  valid_until: 'until',
};

/** `did you mean late_dispatch?`, or all there are to choose among, if any. */
export function didYouMean(word: string, among: readonly string[]): string {
  const called = Object.hasOwn(CALLED_ELSEWHERE, word) ? CALLED_ELSEWHERE[word]! : '';
  const meant = among.includes(called) ? called : nearest(word, among);
  if (meant !== undefined) return `did you mean ${meant}?`;
  return among.length > 0 ? `choose among ${among.join(', ')}` : 'take it out';
}

/** What people write for a region beside its code: ISO 3166 keeps both codes for them. */
const OTHER_CODES: Readonly<Record<string, string>> = { UK: 'GB', EL: 'GR' };

/** The region that was probably meant by a code or a name. */
export function nearestRegion(word: string, regions: readonly { code: string; name: string }[]): string | undefined {
  const upper = word.trim().toUpperCase();
  const code = Object.hasOwn(OTHER_CODES, upper) ? OTHER_CODES[upper] : upper;
  const known = regions.find((region) => region.code === code || region.name.toUpperCase() === upper);
  return (
    known?.code ??
    nearest(
      word,
      regions.map((region) => region.code),
    )
  );
}
