"""The review-meeting deck: what each slide says, and how it is drawn."""
