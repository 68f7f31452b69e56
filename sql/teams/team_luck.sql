-- One row per region and row of luck that its team reads: all of it.
{{ of_everybody('luck', 'd.programme, d.at_most_ppm, d.faults') }}
