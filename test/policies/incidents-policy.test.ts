import { describe, expect, it } from 'vitest';
import { readPolicyFiles } from '../../policies/files.js';
import { INCIDENT_DEFAULTS } from '../../policies/incidents-policy.js';
import { loadPolicies } from '../../policies/load.js';

const files = await readPolicyFiles('policies');
const incidents = (text: string) => loadPolicies({ ...files, 'incidents.yaml': text }, '2026-11-16').incidents;

describe('when a carrier’s days are unusual', () => {
  it('is said by the shipped file as by the defaults', () => {
    expect(incidents(files['incidents.yaml']!)).toMatchObject(INCIDENT_DEFAULTS);
    expect(incidents('# nothing\n')).toBeUndefined();
  });

  it('may be said in part, and nothing be proposed', () => {
    expect(incidents('propose: { value: false, why: "we ask the carriers" }')).toEqual({ ...INCIDENT_DEFAULTS, propose: false });
  });

  it('is refused with the place where it cannot be', () => {
    expect(() => incidents('usual: { days: 20, at_least_days: 20, why: "short" }')).toThrow(
      /incidents\.yaml:1 usual\.at_least_days: a day is compared with the other 19 of 20; write at most 19/,
    );
    expect(() => incidents('above: { share: 5, deviations: 4, why: "far" }')).toThrow(
      /above\.share: needs a share between 0 and 1/,
    );
  });
});
