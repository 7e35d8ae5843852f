"""Alerts for people: levels, groups, and the forms they take: sheet, calendar, page, mail."""
