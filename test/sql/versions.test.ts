import { describe, expect, it } from 'vitest';
import { LANDING } from '../../contracts/landing/index.js';
import { knowledgeFirst } from '../../sql/versions.js';

describe('the order of versions of one moment', () => {
  // DuckDB's greatest() leaves out what is null; Trino's is null as soon as one is.
  it.each(Object.values(LANDING))('asks $dataset for no last moment that is null in one engine alone', ({ dataset, columns }) => {
    const compared = /greatest\((.*)\)/.exec(knowledgeFirst(dataset))?.[1] ?? '';
    const optional = columns.filter(({ name, required }) => !required && compared.includes(name)).map(({ name }) => name);
    expect(optional.filter((name) => !compared.includes(`coalesce(${name}, `))).toEqual([]);
  });
});
