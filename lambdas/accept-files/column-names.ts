/** What the names of a file's columns tell before any row of it is read. */
import type { LandingContract } from '../../contracts/contract.js';

/** Why the header of a csv file cannot be used, or ''. */
export function headerFault(header: readonly string[]): string {
  // A nought ends every query that would name the column.
  if (header.length === 0 || header.some((name) => name.includes('\0')))
    return 'the header cannot be read; write column names separated by commas, in UTF-8';
  if (/^sep=/i.test(header[0]!))
    return `the first line is "${header[0]}", by which Excel knows how to read the file; take that line out`;
  const twice = header.find((name, index) => header.indexOf(name) !== index);
  if (twice !== undefined) return `the header has column ${twice || '(without a name)'} twice; keep one`;
  const other = [';', '\t', '|'].find((mark) => header.length === 1 && header[0]!.includes(mark));
  if (other) return `the header separates columns by ${other === '\t' ? 'tabs' : `"${other}"`}; separate them by commas`;
  return '';
}

/** As columns are named here: `Seller ID` and `sellerId` are meant as seller_id. */
const asOurs = (name: string): string =>
  name
    .trim()
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_');

/** Required columns that no row of the file has, named in one line, with what stands in their place; or ''. */
export function missingColumns(contract: LandingContract, header: ReadonlyMap<string, string>): string {
  const missing = contract.columns.filter((c) => c.required && !header.has(c.name)).map((c) => c.name);
  if (missing.length === 0) return '';
  const [are, it] = missing.length === 1 ? [`column ${missing[0]} is`, 'it'] : [`columns ${missing.join(', ')} are`, 'them'];
  const meant = [...header.keys()].filter((name) => missing.includes(asOurs(name)));
  const none = header.size > 0 && meant.length === 0 && !contract.columns.some(({ name }) => header.has(name));
  const found = none
    ? `; the file names none of its columns, but ${named([...header.keys()])}`
    : meant.length > 0
      ? `; the file has ${named(meant)}`
      : '';
  return `${are} missing from the file, and ${contract.dataset} must have ${it}${found}; land it again with ${it}`;
}

/** why three: enough to see what they are. */
const named = (names: readonly string[]): string =>
  `${names
    .slice(0, 3)
    .map((name) => JSON.stringify(name.length > 40 ? `${name.slice(0, 40)}...` : name))
    .join(', ')}${names.length > 3 ? ' ...' : ''}`;
