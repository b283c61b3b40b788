package org.signpost.web.adviser;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.signpost.web.ProblemException;

import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses a list that is asked for by a parameter it does not know: a filter that is
 * misspelt and passed over would list everything as though it fitted.
 */
final class KnownParameters implements HandlerInterceptor {

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (handler instanceof HandlerMethod method && request.getMethod().equals("GET")
				&& method.getBeanType().getPackage().equals(KnownParameters.class.getPackage())) {
			var known = parameters(method);
			request.getParameterMap()
				.keySet()
				.stream()
				.filter((name) -> !known.contains(name))
				.findFirst()
				.ifPresent((name) -> {
					throw ProblemException.badField(name, "The parameter \"" + name + "\" is not known here; "
							+ (known.isEmpty() ? "none is." : "known are " + String.join(", ", known) + "."));
				});
		}
		return true;
	}

	private static Set<String> parameters(HandlerMethod method) {
		return Arrays.stream(method.getMethodParameters())
			.filter((parameter) -> parameter.hasParameterAnnotation(RequestParam.class))
			.map((parameter) -> String.valueOf(parameter.getParameter().getName()))
			.collect(Collectors.toCollection(TreeSet::new));
	}

}
