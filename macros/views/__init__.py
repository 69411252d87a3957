"""(data set, language, …) → frozen values that templates show as they are."""
