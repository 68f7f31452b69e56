-- One row per region and row of its cohorts.
{{ of_region('onboarding_cohorts', 'd.channel, d.month, d.days') }}
