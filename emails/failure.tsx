/** @jsxRuntime automatic */
import { formatFor, NONE } from '../wording/format.js';
import { wordsFor } from '../wording/words.js';
import { Box, draw, Frame, Numbers, Part, Say, Soft, Title, tie } from './frame.js';
import type { Rendered } from './rows.js';

/** What an operator needs when a night stops. */
export interface FailureMail {
  /** YYYY-MM-DD. */
  run_date: string;
  /** Unknown when the night stopped before a run was opened. */
  run_id?: string;
  /** One clause for the subject, such as `2 checks failed`. */
  what: string;
  /** The state of the night or the file, such as `gate` or `sql/marts/scorecards.sql`. */
  where: string;
  /** The error itself, line by line: file, place, reason. */
  because: string[];
  /** The rows that prove it, by check or file; `more` counts those not given. At most ten of each are shown. */
  proof: { description: string; rows: Record<string, unknown>[]; more?: number }[];
  /** What to do, one sentence each. */
  next: string[];
  /** What readers still see; absent when nothing else was ever published. */
  published?: { run_id: string; run_date: string };
  /** False once the run itself is public, when only mails are missing. */
  nothing_public: boolean;
}

const SHOWN_ROWS = 10;
const SHOWN_COLUMNS = 6;
const SHOWN_CHARACTERS = 60;
const SUBJECT_CHARACTERS = 90;

const cut = (text: string, length: number): string => (text.length > length ? `${text.slice(0, length - 1)}…` : text);

const shown = (value: unknown): string => {
  const text =
    value === null || value === undefined
      ? NONE
      : value instanceof Date
        ? value.toISOString()
        : typeof value === 'object'
          ? JSON.stringify(value)
          : String(value);
  return cut(text, SHOWN_CHARACTERS);
};

interface Proof {
  description: string;
  columns: string[];
  rows: string[][];
  more: number;
}

const proofOf = ({ description, rows, more = 0 }: FailureMail['proof'][number]): Proof => {
  const columns = Object.keys(rows[0] ?? {}).slice(0, SHOWN_COLUMNS);
  return {
    description,
    columns,
    rows: rows.slice(0, SHOWN_ROWS).map((row) => columns.map((column) => shown(row[column]))),
    more: more + Math.max(0, rows.length - SHOWN_ROWS),
  };
};

const aligned = ({ columns, rows }: Proof): string[] => {
  const width = (n: number): number => Math.max(...[columns, ...rows].map((row) => row[n]?.length ?? 0));
  return [columns, ...rows].map((row) => `    ${row.map((cell, n) => cell.padEnd(width(n))).join('  ')}`.trimEnd());
};

/** Everything the mail says, as text. HTML and plain text are two drawings of this. */
function failureView(mail: FailureMail) {
  const words = wordsFor(undefined);
  const say = words.failure;
  const format = formatFor(words.locale);
  const day = format.day(mail.run_date);
  const still = mail.published ? say.still(mail.published.run_id, format.day(mail.published.run_date)) : say.neverPublished;
  return {
    ...{ locale: words.locale, say, day },
    subject: say.subject(day, mail.where, cut(mail.what, SUBJECT_CHARACTERS)),
    state: mail.nothing_public ? [say.nothing, still] : [say.published],
    lines: mail.because.filter((line) => line.trim() !== ''),
    proofs: mail.proof.map(proofOf),
    more: (proof: Proof): string => say.more(proof.more, format.count(proof.more)),
    footer: say.run(day, mail.run_id),
  };
}

interface Drawn {
  mail: FailureMail;
  view: ReturnType<typeof failureView>;
}

const ProofRows = ({ proof, more }: { proof: Proof; more: string }) => (
  <div style={{ marginBottom: '18px', overflowX: 'auto' }}>
    <Say style={{ marginBottom: '8px' }}>{proof.description}</Say>
    {proof.rows.length ? (
      <Numbers
        head={proof.columns.map((column) => ({ text: column, align: 'left' as const }))}
        rows={proof.rows.map((row) => row.map((cell) => ({ text: cell, align: 'left' as const })))}
      />
    ) : null}
    {proof.more ? <Soft style={{ marginTop: '6px' }}>{more}</Soft> : null}
  </div>
);

const FailureLetter = ({ mail, view: { locale, say, day, subject, state, lines, proofs, more, footer } }: Drawn) => (
  <Frame
    lang={locale}
    title={subject}
    preheader={state.join(' ')}
    kicker={say.kicker}
    aside={day}
    footer={<Soft size={12}>{footer}</Soft>}
  >
    <Part>
      <Box tone="bad">
        <Soft>{say.stoppedAt(mail.where)}</Soft>
        <Say style={{ fontSize: '24px', lineHeight: '32px', fontWeight: 700, marginTop: '2px' }}>{mail.what}</Say>
        {state.map((sentence) => (
          <Say key={sentence} style={{ marginTop: '4px' }}>
            {tie(sentence)}
          </Say>
        ))}
      </Box>
    </Part>
    <Part>
      <Title>{say.whatHeading}</Title>
      {lines.map((line) => (
        <Say
          key={line}
          style={{
            fontFamily: "ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace",
            fontSize: '13px',
            lineHeight: '20px',
            overflowWrap: 'anywhere',
          }}
        >
          {line}
        </Say>
      ))}
    </Part>
    {proofs.length ? (
      <Part>
        <Title>{say.proofHeading}</Title>
        {proofs.map((proof) => (
          <ProofRows key={proof.description} proof={proof} more={more(proof)} />
        ))}
      </Part>
    ) : null}
    <Part>
      <Title>{say.nextHeading}</Title>
      {mail.next.map((step) => (
        <Say key={step} style={{ marginBottom: '6px' }}>
          {step}
        </Say>
      ))}
    </Part>
  </Frame>
);

const failureText = ({ mail, view: { say, subject, state, lines, proofs, more, footer } }: Drawn): string => {
  return [
    subject,
    '',
    ...state,
    '',
    say.whatHeading,
    ...lines.map((line) => `    ${line}`),
    ...(proofs.length ? ['', say.proofHeading] : []),
    ...proofs.flatMap((proof) => [
      `  ${proof.description}`,
      ...(proof.rows.length ? aligned(proof) : []),
      ...(proof.more ? [`    ${more(proof)}`] : []),
    ]),
    '',
    say.nextHeading,
    ...mail.next.map((step) => `    ${step}`),
    '',
    '--',
    footer,
    '',
  ].join('\n');
};

/** The mail to the operators when a night stops: what, where, the rows that prove it, the next step. */
export async function renderFailure(mail: FailureMail): Promise<Rendered> {
  const view = failureView(mail);
  const drawn = { mail, view };
  return { subject: view.subject, html: draw(<FailureLetter {...drawn} />), text: failureText(drawn) };
}
