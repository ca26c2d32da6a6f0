//! The network side of a preview: takes requests, and lets a page wait for the next one.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::header::{self, HeaderValue};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;
use tokio::sync::watch;

use super::answer::{Answer, Question, answer, refusal};
use super::shown::Shown;

/// Where a page asks whether there is something newer, with `?than=` and the state that it shows.
const NEWER: &str = "/_klacht/newer";
/// How long a page waits for an answer before it asks again; something between forgets longer ones.
const PATIENCE: Duration = Duration::from_secs(25);
/// How long to rest when the system has no room for a connection.
const REST: Duration = Duration::from_millis(100);

type Receiver = watch::Receiver<Arc<Shown>>;

/// Takes connections for as long as it lives.
pub async fn accept(listener: TcpListener, shown: Receiver, port: u16) {
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            tokio::time::sleep(REST).await;
            continue;
        };
        let shown = shown.clone();
        let service = service_fn(move |request| {
            let shown = shown.clone();
            async move { Ok::<_, Infallible>(sent(&replied(&request, shown, port).await)) }
        });
        // Whoever hangs up halfway has had what they wanted.
        tokio::spawn(async move { http1::Builder::new().serve_connection(TokioIo::new(stream), service).await });
    }
}

async fn replied(request: &Request<Incoming>, shown: Receiver, port: u16) -> Answer {
    let named = request.headers().get_all(header::HOST).iter();
    let mut hosts: Vec<&str> = named.map(|host| host.to_str().unwrap_or_default()).collect();
    // A whole address in the first line also names a host.
    hosts.extend(request.uri().authority().map(hyper::http::uri::Authority::as_str));
    if request.uri().authority().is_some() {
        hosts.dedup();
    }
    let question = Question { method: request.method().as_str(), hosts: &hosts, path: request.uri().path() };
    if let Some(refused) = refusal(&question, port) {
        return refused;
    }
    if question.path == NEWER {
        return newer(request.uri().query().unwrap_or_default(), shown).await;
    }
    let now = Arc::clone(&shown.borrow());
    answer(question.path, &now)
}

/// Waits until something else is shown than what the page shows.
async fn newer(query: &str, mut shown: Receiver) -> Answer {
    let than = query.strip_prefix("than=").unwrap_or_default();
    let other = shown.wait_for(|now| now.state != than);
    match tokio::time::timeout(PATIENCE, other).await {
        Ok(Ok(now)) => Answer::said(200, &now.state),
        _ => Answer { body: Vec::new(), ..Answer::said(204, "") },
    }
}

fn sent(answer: &Answer) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::new(Bytes::from(answer.body.clone())));
    *response.status_mut() = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(answer.kind));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("same-origin"));
    if answer.status == 405 {
        headers.insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
    }
    for (name, value) in [(header::CONTENT_SECURITY_POLICY, &answer.policy), (header::LOCATION, &answer.location)] {
        // A policy that no header can hold still stands in the page.
        if let Some(value) = value.as_ref().and_then(|text| HeaderValue::from_str(text).ok()) {
            headers.insert(name, value);
        }
    }
    response
}
