package org.signpost.web.adviser;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.UriUtils;

/**
 * A part of a list, and where the next part begins. A page is asked for by the last item
 * of the one before ({@code after}) and not by a number, so that nothing is missed or met
 * twice when the list changes in between. The address of the next page is in the header
 * {@code Link} (RFC 8288), so that a list is a plain array.
 *
 * @param items what is on it
 * @param next what to pass as {@code after} to have the next page, none on the last
 */
record Page<T>(List<T> items, @Nullable String next) {

	/** Items on a page when nobody says how many: more than the shipped guidance has. */
	static final String USUAL = "200";

	static final int MOST = 1000;

	/** Begins a page with what was found, of which one more was asked for than fits. */
	static <T> Page<T> of(List<T> found, int limit, Function<T, String> position) {
		return (found.size() <= limit) ? new Page<>(found, null)
				: new Page<>(found.subList(0, limit), position.apply(found.get(limit - 1)));
	}

	/** A page of things in memory, in the order of their names. */
	static <T> Page<T> sorted(List<T> all, Function<T, String> name, @Nullable String after, int limit) {
		return of(all.stream()
			.sorted(Comparator.comparing(name))
			.filter((item) -> after == null || name.apply(item).compareTo(after) > 0)
			.limit(limit + 1L)
			.toList(), limit, name);
	}

	<R> Page<R> map(Function<T, R> view) {
		return new Page<>(this.items.stream().map(view).toList(), this.next);
	}

	ResponseEntity<List<T>> response(int limit, Map<String, List<String>> filter) {
		return response(this.items, limit, filter);
	}

	/**
	 * A response that is made of this page.
	 * @param body what it says
	 * @param limit how many items were asked for
	 * @param filter the parameters that the next page needs as well
	 */
	<R> ResponseEntity<R> response(R body, int limit, Map<String, List<String>> filter) {
		var response = ResponseEntity.ok();
		if (this.next != null) {
			var parameters = new LinkedHashMap<>(filter);
			parameters.put("limit", List.of(String.valueOf(limit)));
			parameters.put("after", List.of(this.next));
			// relative to the address asked for, whatever that is behind a proxy
			response.header(HttpHeaders.LINK, "<?" + query(parameters) + ">; rel=\"next\"");
		}
		return response.body(body);
	}

	private static String query(Map<String, List<String>> parameters) {
		var query = new StringBuilder();
		parameters.forEach((name,
				values) -> values.forEach((value) -> query.append(query.isEmpty() ? "" : "&")
					.append(name)
					.append('=')
					.append(UriUtils.encode(value, StandardCharsets.UTF_8))));
		return query.toString();
	}

}
