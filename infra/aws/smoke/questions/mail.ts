import { GetEmailIdentityCommand, NotFoundException, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { type Answer, fail, inOneLine, notAsked, pass, type Question } from '../answer.js';
import type { AtHand } from '../at-hand.js';

/** SES takes whatever goes there, and counts it neither as a bounce nor towards the quota. */
const SIMULATOR = 'success@simulator.amazonses.com';

async function identity({ given }: AtHand): Promise<Answer> {
  const { clients, settings, at } = given;
  const domain = settings.mailDomain;
  try {
    const { VerifiedForSendingStatus, DkimAttributes } = await clients.ses.send(
      new GetEmailIdentityCommand({ EmailIdentity: domain }),
    );
    if (VerifiedForSendingStatus) return pass(`${domain} is verified (DKIM: ${DkimAttributes?.Status ?? 'not told'})`);
    return fail(
      `${domain} is not verified (DKIM: ${DkimAttributes?.Status ?? 'not told'})`,
      'put its DKIM records into your DNS, and wait',
    );
  } catch (error) {
    if (!(error instanceof NotFoundException)) throw error;
    return fail(
      `${domain} is no identity in ${at.region}`,
      `"aws sesv2 create-email-identity --email-identity ${domain} --region ${at.region}"`,
    );
  }
}

async function production({ given }: AtHand): Promise<Answer> {
  const { production, sending, aDay, aSecond } = await given.limits.mails();
  const quota = `${aDay.toLocaleString('en')} mails a day at ${aSecond.toLocaleString('en')} a second`;
  if (!sending) return fail('SES has stopped sending for this account', 'the SES console says why');
  if (!production)
    return fail(`SES is in its sandbox: ${quota}, to verified addresses only`, 'ask for production access in the SES console');
  return pass(`SES is out of its sandbox: ${quota}`);
}

async function send({ given }: AtHand): Promise<Answer> {
  const { clients, sender, at } = given;
  if (!sender) return notAsked(`whether a mail goes out: say --mail, and one goes to ${SIMULATOR}`);
  const Content = {
    Simple: { Subject: { Data: 'Smoke of seller scorecards' }, Body: { Text: { Data: 'One mail, to nobody.' } } },
  };
  const mail = new SendEmailCommand({
    FromEmailAddress: sender,
    Destination: { ToAddresses: [SIMULATOR] },
    ConfigurationSetName: at.workGroup,
    Content,
  });
  return clients.ses.send(mail).then(
    ({ MessageId }) => pass(`SES took a mail from ${sender} to ${SIMULATOR} (${MessageId})`),
    (error) => fail(`SES took no mail from ${sender}: ${inOneLine(error)}`, 'nights with mails would fail at SendEmails'),
  );
}

/** Whether mails could go out. */
export const mail: Question = {
  about: 'mails',
  ask: async (at) => [await identity(at), await production(at), await send(at)],
};
