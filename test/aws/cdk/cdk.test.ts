// One file for the runner, because loading CDK takes longer than all of these together.
import './what-must-never-regress.js';
import './workflow.js';
import './retries.js';
import './queries.js';
import './history.js';
import './producers.js';
import './analysts.js';
import './teams.js';
import './dashboard.js';
import './environment.js';
import './mails.js';
import './nag.js';
import './alarms.js';
import './glue.js';
import './snapshot.js';
