import { lazy, useEffect, useState } from 'react';
import { type Address, currentAddress, useAddress } from './address.js';
import { useArrival } from './arrival.js';
import { NothingToRead, NotYetReadable, placeFor, regionFor } from './data/reader.js';
import { NothingPublished, openRun, type Run, readPointer } from './data/run.js';
import { SignedOut } from './data/signed-out.js';
import { Overview } from './overview/Overview.js';
import { Banners } from './parts/Banners.js';
import { OwnRegion } from './parts/OwnRegion.js';
import { Reading } from './parts/Panel.js';
import { Provisional } from './parts/Provisional.js';
import { useUnfoldedOnPaper } from './parts/printing.js';
import { RunFacts } from './parts/RunFacts.js';
import { TopBar } from './parts/TopBar.js';
import { PAGE, WORDS } from './speech.js';

// Only the page that most begin with comes at once; the others when they are opened.
const CODE = {
  movers: async () => ({ default: (await import('./movers/Movers.js')).Movers }),
  faults: async () => ({ default: (await import('./movers/Faults.js')).Faults }),
  calls: async () => ({ default: (await import('./movers/Calls.js')).Calls }),
  leads: async () => ({ default: (await import('./leads/Leads.js')).Leads }),
  lead: async () => ({ default: (await import('./leads/LeadPage.js')).LeadPage }),
  onboarding: async () => ({ default: (await import('./onboarding/Onboarding.js')).Onboarding }),
  applicants: async () => ({ default: (await import('./onboarding/Applicants.js')).Applicants }),
  metrics: async () => ({ default: (await import('./metrics/Metrics.js')).Metrics }),
  sellers: async () => ({ default: (await import('./sellers/Sellers.js')).Sellers }),
  seller: async () => ({ default: (await import('./seller/SellerPage.js')).SellerPage }),
  programme: async () => ({ default: (await import('./programme/ProgrammePage.js')).ProgrammePage }),
  quality: async () => ({ default: (await import('./quality/Quality.js')).Quality }),
};
const Movers = lazy(CODE.movers);
const Faults = lazy(CODE.faults);
const Calls = lazy(CODE.calls);
const Leads = lazy(CODE.leads);
const LeadPage = lazy(CODE.lead);
const Onboarding = lazy(CODE.onboarding);
const Applicants = lazy(CODE.applicants);
const Metrics = lazy(CODE.metrics);
const Sellers = lazy(CODE.sellers);
const SellerPage = lazy(CODE.seller);
const ProgrammePage = lazy(CODE.programme);
const Quality = lazy(CODE.quality);

// The page that is begun with comes while its run is being opened.
const { view: begunWith } = currentAddress();
if (begunWith !== 'overview') CODE[begunWith]().catch(() => {});

type Opening = { run: Run } | { failed: Error } | undefined;

export function App() {
  const [opening, setOpening] = useState<Opening>();
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: an attempt is a reason to open again
  useEffect(() => {
    let wanted = true;
    openRun(currentAddress().region).then(
      (run) => wanted && setOpening({ run }),
      (failed: Error) => wanted && setOpening({ failed }),
    );
    return () => {
      wanted = false;
    };
  }, [attempt]);
  const openAgain = () => setAttempt((n) => n + 1);
  const elsewhere = useElsewhere(opening, openAgain);

  if (!opening || elsewhere) return <p className="opening">{PAGE.app.opening}</p>;
  if ('failed' in opening) return <Unopened error={opening.failed} retry={openAgain} />;
  return <Opened run={opening.run} openAgain={openAgain} />;
}

/** Whether the address has moved to another region of a reader with several, whose run is then opened. */
function useElsewhere(opening: Opening, openAgain: () => void): boolean {
  const { region } = useAddress();
  const reader = opening && 'run' in opening ? opening.run.reader : undefined;
  const elsewhere = reader !== undefined && placeFor(reader.places, region) !== reader.place;
  // biome-ignore lint/correctness/useExhaustiveDependencies: opened once for each move
  useEffect(() => {
    if (elsewhere) openAgain();
  }, [elsewhere]);
  return elsewhere;
}

function Opened({ run, openAgain }: { run: Run; openAgain(): void }) {
  const asked = useAddress();
  const address = { ...asked, region: regionFor(run.reader, asked.region) };
  const newer = useNewerRun(run);
  useTitle(run, address);
  useUnfoldedOnPaper();
  const main = useArrival(address);
  return (
    <>
      <button type="button" className="skip" onClick={() => main.current?.focus()}>
        {PAGE.app.skip}
      </button>
      <TopBar run={run} address={address} />
      <RunFacts run={run} newer={newer} openAgain={openAgain} />
      <main ref={main} tabIndex={-1} key={run.pointer.run_id}>
        <Banners run={run} />
        <OwnRegion run={run} />
        <Provisional run={run} />
        <Reading lines={12} key={address.view}>
          {address.view === 'overview' && <Overview run={run} address={address} />}
          {address.view === 'movers' && <Movers run={run} address={address} />}
          {address.view === 'faults' && <Faults run={run} address={address} />}
          {address.view === 'calls' && <Calls run={run} address={address} />}
          {address.view === 'leads' && <Leads run={run} address={address} />}
          {address.view === 'lead' && <LeadPage run={run} address={address} key={address.leadId} />}
          {address.view === 'onboarding' && <Onboarding run={run} address={address} />}
          {address.view === 'applicants' && <Applicants run={run} address={address} />}
          {address.view === 'metrics' && <Metrics run={run} address={address} />}
          {address.view === 'sellers' && <Sellers run={run} address={address} />}
          {address.view === 'seller' && <SellerPage run={run} address={address} key={address.seller} />}
          {address.view === 'programme' && <ProgrammePage run={run} address={address} />}
          {address.view === 'quality' && <Quality run={run} />}
        </Reading>
      </main>
    </>
  );
}

/** The id of a run published since this page was opened; asked when the reader comes back to the page. */
function useNewerRun(run: Run): string | undefined {
  const [newer, setNewer] = useState<string>();
  useEffect(() => {
    setNewer(undefined);
    const look = () => {
      if (document.visibilityState !== 'visible') return;
      readPointer(run.reader).then(
        (pointer) => setNewer(pointer.run_id === run.pointer.run_id ? undefined : pointer.run_id),
        () => {},
      );
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [run]);
  return newer;
}

function useTitle(run: Run, { view, region, seller }: Address): void {
  useEffect(() => {
    const place = {
      overview: run.wording.regionName(run.policies.regions, region),
      movers: run.wording.words.movers.title,
      faults: run.wording.words.movers.who.now,
      calls: run.wording.words.calls.title,
      leads: PAGE.leadsPage.title,
      lead: PAGE.leadsPage.title,
      onboarding: PAGE.onboarding.title,
      applicants: PAGE.onboarding.list.title,
      metrics: run.wording.words.spread.title,
      sellers: PAGE.sellers.title,
      seller,
      programme: PAGE.programmePage.title,
      quality: PAGE.qualityPage.title,
    }[view];
    document.title = PAGE.app.tab(place, run.manifest.run_date);
  }, [run, view, region, seller]);
}

function Unopened({ error, retry }: { error: Error; retry(): void }) {
  const { pages } = WORDS;
  if (error instanceof SignedOut) return <SignInAgain signIn={error.signIn} />;
  if (error instanceof NothingToRead) return <NotForReader {...WORDS.readers.nothing} signOut={error.signOut} />;
  if (error instanceof NotYetReadable) return <NotForReader {...WORDS.readers.notYet} />;
  const nothing = error instanceof NothingPublished;
  return (
    <main className="unopened" data-testid={nothing ? 'nothing-published' : 'unopened'}>
      <h1>{nothing ? pages.nothingPublished.title : pages.unopened.title}</h1>
      <p>{nothing ? pages.nothingPublished.says : error.message}</p>
      <button type="button" className="button" onClick={retry}>
        {pages.unopened.again}
      </button>
    </main>
  );
}

function NotForReader({ title, says, signOut }: { title: string; says: string; signOut?: string | undefined }) {
  return (
    <main className="unopened" data-testid="not-for-reader">
      <h1>{title}</h1>
      <p>{says}</p>
      {signOut && <a href={signOut}>{WORDS.readers.signOut}</a>}
    </main>
  );
}

/** Goes to what signs readers in, and comes back here; where a page knows none, loading it anew goes through it. */
function SignInAgain({ signIn }: { signIn: string | undefined }) {
  const again = () => (signIn ? location.assign(`${signIn}?to=${encodeURIComponent(location.hash)}`) : location.reload());
  const { signedOut } = WORDS.pages;
  return (
    <main className="unopened" data-testid="signed-out">
      <h1>{signedOut.title}</h1>
      <p>{signedOut.says}</p>
      <button type="button" className="button" onClick={again}>
        {signedOut.again}
      </button>
    </main>
  );
}
