%if summary
"""The rainfall of a few years, and what it comes to."""
%end
%if web
"""Yearly rainfall at stations, over HTTP."""
%end
%if machine-learning
"""A small network that learns to tell irises apart."""
%end
%if full-stack
"""An analysis, a training and a service."""
%end
%if data-science
"""Bicycles on a bridge: how many to expect on a day, and which days were unusual."""
%end
