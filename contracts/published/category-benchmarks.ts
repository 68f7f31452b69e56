import * as z from 'zod';
import { count, day, oneOf, rate, text } from '../columns.js';
import { published } from '../contract.js';

export const categoryBenchmarks = published({
  dataset: 'category_benchmarks',
  grain:
    'One row per programme, category and metric whose part of the score has a benchmark, of the quarter of the run date. Frozen: nights of one quarter have the same.',
  key: ['programme', 'category', 'metric'],
  row: z.object({
    programme: text('The programme.'),
    policy_version: text('The version in force when it was frozen.'),
    quarter: text('The quarter that it holds for, such as 2026-Q4.'),
    category: text('The category, in small letters.'),
    metric: text('The metric.'),
    because: oneOf(
      ['measured', 'few_sellers'],
      'Whether there is a benchmark, or too few sellers of the category were assessed: then curves hold as policy writes them.',
    ),
    benchmark: rate(
      'The rate at fault that so many per cent of the assessed sellers do not exceed, to the millionth; null with too few of them.',
    ).nullable(),
    sellers: count('Sellers of the category that were assessed when it was frozen.'),
    sellers_needed: count('Of fewer there is no benchmark.'),
    percentile: count('So many per cent of them have the benchmark or less.'),
    frozen_on: day('The run date of the night that worked it out: the first of the quarter on which anybody was assessed.'),
    holds_until: day('The last day of the quarter.'),
  }),
});
