-- One row per region and row of its onboarding funnel.
{{ of_region('onboarding_funnel', 'd.channel, d.week') }}
