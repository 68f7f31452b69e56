import type { PutObjectCommandInput, S3Client } from '@aws-sdk/client-s3';
import { isManifestKey } from '../../../contracts/run/keys.js';

const DAY = 86_400_000;

/**
 * Lets S3 hold every manifest that this client writes, so that nobody deletes or overwrites that version for so many days.
 * The bucket must have been made with Object Lock. Without `LOCK_MODE` and `LOCK_DAYS` nothing is held.
 * `now` answers the present moment in milliseconds.
 */
export function lockManifests(s3: S3Client, environment: NodeJS.ProcessEnv, now: () => number): void {
  const { LOCK_MODE: mode, LOCK_DAYS: days } = environment;
  if (!mode || !days) return;
  s3.middlewareStack.add(
    (next, context) => (args) => {
      const input = args.input as PutObjectCommandInput;
      if (context.commandName !== 'PutObjectCommand' || !isManifestKey(input.Key ?? '')) return next(args);
      const held = {
        ObjectLockMode: mode as PutObjectCommandInput['ObjectLockMode'],
        ObjectLockRetainUntilDate: new Date(now() + Number(days) * DAY),
      };
      return next({ ...args, input: { ...input, ...held } });
    },
    { step: 'initialize', name: 'lockManifests' },
  );
}
