package org.signpost.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Somebody else's website, which embeds the widget of ours. */
final class OtherSite implements AutoCloseable {

	private final HttpServer server;

	OtherSite() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", OtherSite::serve);
		this.server.start();
	}

	String origin() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	/** The address of a page that loads the widget from there as pages do. */
	String embed(String script) {
		return embed(script, "");
	}

	/** The address of a page that loads the widget from there, with this integrity. */
	String embed(String script, String integrity) {
		return origin() + "/?" + URLEncoder.encode(script + " " + integrity, UTF_8);
	}

	private static void serve(HttpExchange exchange) throws IOException {
		var embedded = URLDecoder.decode(exchange.getRequestURI().getRawQuery(), UTF_8).split(" ", -1);
		var page = """
				<!doctype html><html lang="en"><title>Elsewhere</title><link rel="icon" href="data:,">
				<script async crossorigin src="%s" integrity="%s"></script>
				<signpost-chat><a href="/ask">Ask a careers question</a></signpost-chat></html>"""
			.formatted(embedded[0], embedded[1])
			.getBytes(UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
		exchange.sendResponseHeaders(200, page.length);
		exchange.getResponseBody().write(page);
		exchange.close();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
