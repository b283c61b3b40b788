package org.signpost.web.adviser;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A rating.
 *
 * @param value 1 to 5
 * @param comment words given with it
 */
@SuppressWarnings("MultipleNullnessAnnotations") // null until it has been validated
record RatingView(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) @NotNull @Min(1) @Max(5) @Nullable Integer value,
		@Schema(maxLength = MAX_COMMENT) @Nullable String comment) {

	static final int MAX_COMMENT = 2000;

}
