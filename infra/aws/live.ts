/** The alias of a workflow that points at the version in use. */
export const LIVE = 'live';
export const liveOf = (stateMachine: string): string => `${stateMachine}:${LIVE}`;
