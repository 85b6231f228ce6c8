"""The values that flow from stage to stage: article, finding, report. They do nothing beyond themselves."""
