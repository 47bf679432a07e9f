using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive.Tests.Kit;

/// <summary>Takes the place of the network.</summary>
internal sealed class StubHandler(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> respond) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        respond(request, cancellationToken);
}
