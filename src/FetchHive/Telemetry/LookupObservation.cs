using System;
using System.Diagnostics;
using System.Net.Http;

namespace FetchHive;

/// <summary>The spans and logs of one look-up.</summary>
internal sealed class LookupObservation : IDisposable
{
    private readonly CallContext _call;
    private readonly string _requestId;
    private readonly CallLog _log;
    private readonly Activity? _activity;
    private int _status;

    public LookupObservation(CallContext call, string requestId, CallLog log)
    {
        _call = call;
        _requestId = requestId;
        _log = log;
        _activity = Instruments.Source.HasListeners() ? Instruments.Source.StartActivity("get_request", ActivityKind.Client) : null;
        if (_activity is { IsAllDataRequested: true } activity)
        {
            activity.SetTag(TagNames.Workspace, call.Settings!.Workspace);
            activity.SetTag(TagNames.RequestId, call.Quote(requestId));
            activity.SetTag(TagNames.ServerAddress, call.Settings!.Endpoint.Host);
            activity.SetTag(TagNames.ServerPort, call.Settings!.Endpoint.Port);
        }
    }

    public void Responded(HttpResponseMessage response) => _status = (int)response.StatusCode;

    public void Failed(Exception exception)
    {
        _log.LookupFailed(_call, _requestId, exception);
        if (_activity is { IsAllDataRequested: true } activity)
        {
            activity.SetTag(TagNames.ErrorType, ErrorTypes.Of(exception));
            activity.SetStatus(ActivityStatusCode.Error);
        }
    }

    public void Dispose()
    {
        if (_activity is { IsAllDataRequested: true } activity && _status != 0)
        {
            activity.SetTag(TagNames.StatusCode, _status);
        }

        _activity?.Dispose();
    }
}
