-- One row per region and application for it.
{{ of_region('applicants', 'd.applicant_id') }}
