-- One row per region and row of its onboarding steps.
{{ of_region('onboarding_steps', 'd.channel, d.step') }}
