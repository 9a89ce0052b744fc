"""Reading the numbers in a report's text as a person reads them, and deciding which table figure each speaks of."""
