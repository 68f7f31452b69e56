import { adjust, WINDOWS, type Window } from '../address.js';
import { Switch } from './Switch.js';

/** The days that a page is about. */
export const PeriodSwitch = ({ window }: { window: Window }) => (
  <Switch
    label="Period"
    testid="window"
    value={window}
    options={WINDOWS.map((days) => ({ value: days, title: `${days} days` }))}
    onChange={(days) => adjust({ window: days })}
  />
);
