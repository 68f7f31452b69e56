/** What the night's checks warn of: a title and a sentence each, as the head of sql/checks/<check>.sql says it. A check that fails publishes nothing. */
export const checks = {
  decisions_that_decide_nothing: [
    'Decisions that decide nothing',
    'decisions or appeals landed that decide nothing, or that one person alone decided; correct what is named',
  ],
  evaluations_provisional: [
    'Evaluations provisional',
    'evaluations are provisional: nobody is moved, and no notice begins, before a person releases them or data are fresh again',
  ],
  exemptions_that_cover_nothing: [
    'Exemptions that cover nothing',
    'exemptions cover nothing that landed, though all that they name exists; correct what is named as the cause',
  ],
  families_not_whole: [
    'Families not whole',
    'accounts that are linked are told in two families: links form a longer chain than a night follows; look at both',
  ],
  incidents_proposed: [
    'Incidents proposed',
    'parcels of a carrier were late across many sellers; if the carrier failed, forgive them, else leave it',
  ],
  landed_rows_are_gone: [
    'Landed rows are gone',
    'rows that the last published run read have not landed any more, fewer than the policy stops for; see who removed them',
  ],
  moments_after_the_run_date: [
    'Moments after the run date',
    'orders landed with moments that lie after the run date; they count once they have come, so check the clock of the source',
  ],
  moments_that_cannot_be: [
    'Moments that cannot be',
    'moments lie before what they follow, and are read as unknown; correct them, or land them empty where they are not known',
  ],
  orders_in_other_currencies: [
    'Orders in other currencies',
    "orders in another currency than their region's are not in the value of goods of region_kpis; land them in the region's currency, or mend the region's in regions.yaml",
  ],
  outcomes_of_metrics_nobody_declared: [
    'Outcomes of metrics nobody declared',
    'outcomes landed for a metric that policies/metrics.yaml does not declare; declare it there, or correct its name',
  ],
  rows_in_quarantine: [
    'Rows in quarantine',
    'landed rows lie in quarantine; read quarantine/<dataset>/, fix the source and land them again',
  ],
  rows_that_fit_nothing: [
    'Rows that fit nothing',
    'landed rows fit no order, seller or carrier that landed, and change no number; land them with the ids that orders carry',
  ],
  rules_often_overturned: [
    'Rules often overturned',
    'appeals against a rule are granted more often than its programme allows; look at the rule, and pause it (paused: { from, why } beside it in the programme) where sellers are right',
  ],
  scans_before_the_order: [
    'Scans before the order',
    'orders whose first scan lies more than a day before they were placed; a label used twice, or the scan of another parcel',
  ],
  sellers_nobody_described: [
    'Sellers nobody described',
    'sellers with orders but no row in the sellers dataset get a scorecard but no mail; land their description',
  ],
  sellers_that_differ_in_case: [
    'Sellers that differ in case',
    'sellers whose ids differ only in small and capital letters are judged apart; correct the id where they are one',
  ],
  versions_of_one_moment: [
    'Versions of one moment',
    'records landed in several versions with one updated_at and different content; the one that knows more counts, so let updated_at grow with every change',
  ],
};
