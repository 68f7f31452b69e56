import { readFileSync } from 'node:fs';
import { loadPolicies, PolicyRefused } from '../../policies/load.js';

export const FILES = ['eu-seller-standards.yaml', 'regions.yaml', 'metrics.yaml', 'landing.yaml', 'tracking.yaml'] as const;

/** The shipped policies by their names, as they are written. */
export const shipped = Object.fromEntries(FILES.map((name) => [name, readFileSync(`policies/${name}`, 'utf8')]));

/** What a person is told of these policies; nothing where they are taken. */
export function refusal(files: Record<string, string>): string[] {
  try {
    loadPolicies(files, '2026-11-16');
    return [];
  } catch (error) {
    if (error instanceof PolicyRefused) return error.lines;
    throw error;
  }
}
