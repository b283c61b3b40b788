package org.signpost.web.adviser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Asks the adviser interface over real HTTP and expects a status. */
final class AdviserClient {

	private final HttpClient client = HttpClient.newHttpClient();

	private final int port;

	AdviserClient(int port) {
		this.port = port;
	}

	HttpResponse<String> get(String path, int status) {
		return send(request(path).GET(), status);
	}

	HttpResponse<String> post(String path, String body, int status) {
		return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)),
				status);
	}

	HttpResponse<String> delete(String path, int status) {
		return send(request(path).DELETE(), status);
	}

	static JsonNode json(HttpResponse<String> response) {
		return JsonMapper.shared().readTree(response.body());
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path));
	}

	private HttpResponse<String> send(HttpRequest.Builder request, int status) {
		try {
			var response = this.client.send(request.build(), BodyHandlers.ofString());
			assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
			if (status >= 400) {
				assertThat(response.headers().firstValue("Content-Type").orElse(""))
					.startsWith("application/problem+json");
			}
			return response;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
