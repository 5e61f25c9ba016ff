"""`report unit`: two pages, for the appraisal of the unit's head and for the visiting team."""
