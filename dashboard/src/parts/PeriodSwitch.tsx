import { adjust, WINDOWS, type Window } from '../address.js';
import { PAGE } from '../speech.js';
import { Switch } from './Switch.js';

/** The days that a page is about. */
export const PeriodSwitch = ({ window }: { window: Window }) => (
  <Switch
    label={PAGE.app.period}
    testid="window"
    value={window}
    options={WINDOWS.map((days) => ({ value: days, title: PAGE.app.days(days, String(days)) }))}
    onChange={(days) => adjust({ window: days })}
  />
);
