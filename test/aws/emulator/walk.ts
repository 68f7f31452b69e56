/** A shell in which the commands of a page are typed one after the other, with AWS at the emulator. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { HOME } from '../../../infra/shared/home.js';
import { answering } from '../servers/answering.js';
import { run } from '../servers/server.js';
import type { Ministack } from './ministack.js';

/** As in the profile of whoever follows the page. */
const PROFILE = 'X';
const AWS_CLI = '1.45.11';

/** The command line of AWS: the one of this machine, else one installed once into a folder of this user. */
async function awsCli(): Promise<string> {
  const here = await run('sh', ['-c', 'command -v aws']).catch(() => undefined);
  if (here) return here.stdout.trim();
  const folder = join(homedir(), '.cache/seller-scorecards', `awscli-${AWS_CLI}`);
  if (!existsSync(join(folder, 'whole'))) {
    await run('python3', ['-m', 'venv', folder], { timeout: 120_000 });
    await run(join(folder, 'bin/python'), ['-m', 'pip', 'install', '--quiet', `awscli==${AWS_CLI}`], { timeout: 300_000 });
    await writeFile(join(folder, 'whole'), '');
  }
  return join(folder, 'bin/aws');
}

async function script(path: string, text: string): Promise<void> {
  await writeFile(path, `#!/bin/sh\n${text}`);
  await chmod(path, 0o755);
}

/** What takes the place of `cdk`: given its arguments, does it on the emulator and answers what it would say. Throws as cdk would fail. */
export type Cdk = (args: string[]) => Promise<string>;

/** why: what this machine knows of AWS is not for the emulator. */
const withoutAws = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('AWS_')));

interface Around {
  aws: Ministack;
  /** Where Athena and the catalogue are asked. */
  athena: string;
  cdk: Cdk;
  /** A folder for its own files. */
  scratch: string;
}

/** Folder of commands that come before all others: `npx cdk`, and `aws` where the emulator has no such service. */
async function commandsFirst({ cdk, scratch }: Around) {
  const server = await answering(async ({ body }) => {
    try {
      return { status: 200, body: await cdk(body.trim().split('\n')) };
    } catch (error) {
      return { status: 500, body: (error as Error).message };
    }
  });
  const folder = join(scratch, 'bin');
  await mkdir(folder, { recursive: true });
  const npx = (await run('sh', ['-c', 'command -v npx'])).stdout.trim();
  const ask = `curl --silent --show-error --fail-with-body --data-binary @- ${server.client.endpoint}`;
  await script(join(folder, 'npx'), `if [ "$1" != cdk ]; then exec ${npx} "$@"; fi\nshift\nprintf '%s\\n' "$@" | ${ask}\n`);
  // Looks at every argument and answers an example of an answer, without asking anybody.
  const aws = await awsCli();
  await script(
    join(folder, 'aws'),
    `if [ "$1" = lakeformation ]; then exec ${aws} "$@" --generate-cli-skeleton output; fi\nexec ${aws} "$@"\n`,
  );
  return { folder, stop: server.stop };
}

export class Walk {
  private constructor(
    private readonly shell: ChildProcess,
    private readonly others: { stop(): Promise<void> },
  ) {}

  static async begin(around: Around): Promise<Walk> {
    const { aws, athena, scratch } = around;
    const others = await commandsFirst(around);
    const { accessKeyId, secretAccessKey } = aws.credentials;
    const settings = [
      `region = ${aws.region}`,
      `aws_access_key_id = ${accessKeyId}`,
      `aws_secret_access_key = ${secretAccessKey}`,
    ];
    await writeFile(join(scratch, 'config'), [`[default]`, ...settings, `[profile ${PROFILE}]`, ...settings, ''].join('\n'));
    const shell = spawn('bash', ['--noprofile', '--norc'], {
      cwd: HOME,
      env: {
        ...withoutAws(process.env),
        PATH: [others.folder, dirname(process.execPath), process.env.PATH].join(delimiter),
        AWS_CONFIG_FILE: join(scratch, 'config'),
        AWS_SHARED_CREDENTIALS_FILE: join(scratch, 'none'),
        AWS_PAGER: '',
        AWS_ENDPOINT_URL: aws.endpoint,
        AWS_ENDPOINT_URL_ATHENA: athena,
        AWS_ENDPOINT_URL_GLUE: athena,
      },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    return new Walk(shell, others);
  }

  /** Types a command, and answers what it says. Throws with its words when it fails. */
  async type(command: string): Promise<string> {
    const mark = `--- ${Math.random()} `;
    const { stdin, stdout, stderr } = this.shell;
    let [said, wrong] = ['', ''];
    const failed = (chunk: Buffer) => {
      wrong += chunk.toString();
    };
    stderr!.on('data', failed);
    const code = await new Promise<number>((done, ended) => {
      const listen = (chunk: Buffer) => {
        said += chunk.toString();
        const found = new RegExp(`\n${mark.replaceAll('.', '\\.')}(\\d+)\n$`).exec(said);
        if (!found) return;
        stdout!.off('data', listen);
        said = said.slice(0, found.index);
        done(Number(found[1]));
      };
      stdout!.on('data', listen);
      this.shell.once('exit', () => ended(new Error(`${command}: ended the shell`)));
      stdin!.write(`${command}\necho; echo "${mark}$?"\n`);
    });
    stderr!.off('data', failed);
    this.shell.removeAllListeners('exit');
    if (code !== 0) throw new Error(`${command}\nended with ${code}: ${wrong.slice(-2000)}${said.slice(-2000)}`);
    return said.trim();
  }

  async end(): Promise<void> {
    this.shell.stdin!.end();
    await this.others.stop();
  }
}
