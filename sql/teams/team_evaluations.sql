-- One row per region and row of evaluations that its team reads: all of it.
{{ of_everybody('evaluations', 'd.programme') }}
