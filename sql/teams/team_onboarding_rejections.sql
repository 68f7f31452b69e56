-- One row per region and row of why applications for it were rejected.
{{ of_region('onboarding_rejections', 'd.channel, d.reject_code') }}
