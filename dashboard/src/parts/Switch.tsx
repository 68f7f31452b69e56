import { useId } from 'react';

interface SwitchProps<T extends string | number> {
  label: string;
  value: T;
  options: readonly { value: T; title: string }[];
  onChange(value: T): void;
  testid?: string;
}

/** A choice among a few, as radio buttons side by side: arrow keys move, one is always chosen. */
export function Switch<T extends string | number>({ label, value, options, onChange, testid }: SwitchProps<T>) {
  const name = useId();
  return (
    <fieldset className="switch" data-testid={testid}>
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
          <span>{option.title}</span>
        </label>
      ))}
    </fieldset>
  );
}
