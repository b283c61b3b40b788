package org.signpost.web;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * The values that a field or parameter can have, told by its type and constraints to
 * whoever sent another one; of a list of values, those that each can have.
 *
 * @param words what it is, such as "a whole number from 1 to 5"
 * @param values all of them where they are few, else none
 */
public record AllowedValues(String words, List<String> values) {

	/** One of a few. */
	public static AllowedValues oneOf(String... names) {
		return new AllowedValues("one of " + String.join(", ", names), List.of(names));
	}

	static AllowedValues of(AnnotatedType declared) {
		var type = (declared instanceof AnnotatedParameterizedType many) ? many.getAnnotatedActualTypeArguments()[0]
				: declared;
		if (!(type.getType() instanceof Class<?> kind)) {
			return new AllowedValues("of another type", List.of());
		}
		if (kind.isEnum()) {
			return oneOf(Arrays.stream(kind.getEnumConstants()).map(Object::toString).toArray(String[]::new));
		}
		if (kind == boolean.class || kind == Boolean.class) {
			return new AllowedValues("true or false", List.of("true", "false"));
		}
		if (kind == int.class || kind == Integer.class) {
			return new AllowedValues("a whole number" + range(type), List.of());
		}
		if (kind == LocalDate.class) {
			return new AllowedValues("a day, written like 2026-11-21", List.of());
		}
		return new AllowedValues((kind == String.class) ? "text" : "of another type", List.of());
	}

	private static String range(AnnotatedType type) {
		var min = type.getAnnotation(Min.class);
		var max = type.getAnnotation(Max.class);
		if (min != null && max != null) {
			return " from " + min.value() + " to " + max.value();
		}
		return (min != null) ? " from " + min.value() : "";
	}

	/** The problem of a field in a body that has another value. */
	ProblemException problemOfField(String name) {
		return problem("field", name);
	}

	/** The problem of a parameter that has another value. */
	public ProblemException problemOfParameter(String name) {
		return problem("parameter", name);
	}

	private ProblemException problem(String what, String name) {
		var problem = ProblemException.badField(name, "The " + what + " \"" + name + "\" is " + this.words + ".");
		if (!this.values.isEmpty()) {
			problem.problem().setProperty("allowed", this.values);
		}
		return problem;
	}

}
