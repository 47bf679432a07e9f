using System;
using System.Diagnostics;
using System.Net.Http;

namespace FetchHive;

/// <summary>The spans, metrics and logs of one call. It isn't created if nothing listens.</summary>
internal sealed class CallObservation
{
    private readonly CallContext _call;
    private readonly CallLog _log;
    private readonly TimeProvider _time;
    private readonly Activity? _activity;
    private readonly long _started;
    private int _attempts;
    private int _status;
    private Exception? _failure;
    private string? _requestId;
    private string? _runStatus;

    // A listener may start or stop during the call. What was counted up must be counted down.
    private bool _isActive;
    private bool _isQueued;

    private CallObservation(CallContext call, CallLog log, TimeProvider time, Activity? activity)
    {
        _call = call;
        _log = log;
        _time = time;
        _activity = activity;
        _started = time.GetTimestamp();
    }

    private string Deployment => _call.DeploymentName;

    private string Variant => _call.VariantName;

    private ClientSettings Settings => _call.Settings!;

    /// <summary>Begins to observe a call if anything listens. From then on, the call's span is the current one.</summary>
    public static CallObservation? Begin(CallContext call, ReadOnlySpan<byte> body, CallLog log, TimeProvider time)
    {
        if (!Instruments.IsListenedTo && !log.LogsCompleted)
        {
            return null;
        }

        Activity? activity = Instruments.Source.HasListeners()
            ? Instruments.Source.StartActivity("invoke_workflow " + call.DeploymentName, ActivityKind.Client)
            : null;
        CallObservation observation = new(call, log, time, activity);
        if (activity is { IsAllDataRequested: true })
        {
            observation.Describe(activity, body);
        }

        return observation;
    }

    public void QueueEntered()
    {
        if (Instruments.Queued.Enabled)
        {
            _isQueued = true;
            Instruments.Queued.Add(1, NameTags());
        }
    }

    public void QueueLeft()
    {
        if (_isQueued)
        {
            _isQueued = false;
            Instruments.Queued.Add(-1, NameTags());
        }
    }

    public void AttemptStarts(int attempt)
    {
        _attempts = attempt;
        _status = 0;
        if (Instruments.Active.Enabled)
        {
            _isActive = true;
            Instruments.Active.Add(1, NameTags());
        }
    }

    public void Responded(HttpResponseMessage response) => _status = (int)response.StatusCode;

    public void AttemptEnded()
    {
        if (_isActive)
        {
            _isActive = false;
            Instruments.Active.Add(-1, NameTags());
        }

        if (Instruments.Attempts.Enabled)
        {
            TagList tags = NameTags();
            AddStatus(ref tags);
            Instruments.Attempts.Add(1, tags);
        }
    }

    /// <summary>Called when an attempt has failed and another follows after a wait.</summary>
    public void Retrying(int attempt, TimeSpan delay, FetchHiveException failure)
    {
        string errorType = ErrorTypes.Of(failure);
        if (Instruments.Retries.Enabled)
        {
            TagList tags = NameTags();
            tags.Add(TagNames.ErrorType, errorType);
            Instruments.Retries.Add(1, tags);
        }

        if (_activity is { IsAllDataRequested: true })
        {
            ActivityTagsCollection tags = new()
            {
                { TagNames.Attempt, attempt },
                { TagNames.ErrorType, errorType },
                { TagNames.Delay, delay.TotalSeconds },
            };
            AddIfKnown(tags, TagNames.ErrorCode, _call.Quote(ErrorTypes.CodeOf(failure)));
            _activity.AddEvent(new ActivityEvent("fetchhive.retry", tags: tags));
        }
    }

    /// <summary>Called when a response with status 2xx has come. It hasn't been checked yet.</summary>
    public void Answered(ReadOnlySpan<byte> body)
    {
        _ = Envelope.TryRead(body, out Envelope envelope, out _);
        _requestId = JsonSlice.TryGetString(envelope.RequestId, out string id) ? _call.Quote(id) : null;
        _runStatus = JsonSlice.TryGetString(envelope.RunStatus, out string status) ? _call.Quote(status) : null;
        if (Settings.RecordsContent && _activity is { IsAllDataRequested: true })
        {
            AddIfKnown(_activity, TagNames.Output, RecordedContent.Text(envelope.Output, _call));
        }
    }

    public void Failed(Exception exception) => _failure = exception;

    public void End()
    {
        string? errorType = _failure is null ? null : ErrorTypes.Of(_failure);
        TimeSpan elapsed = _time.GetElapsedTime(_started);
        if (Instruments.Duration.Enabled)
        {
            TagList tags = NameTags();
            tags.Add(TagNames.OperationName, TagNames.InvokeWorkflow);
            tags.Add(TagNames.ProviderName, TagNames.FetchHive);
            tags.Add(TagNames.ServerAddress, Settings.Endpoint.Host);
            AddStatus(ref tags);
            if (errorType is not null)
            {
                tags.Add(TagNames.ErrorType, errorType);
            }

            Instruments.Duration.Record(elapsed.TotalSeconds, tags);
        }

        if (_failure is null)
        {
            _log.Completed(_call, _runStatus, _requestId, elapsed, _attempts);
        }

        if (_activity is not null)
        {
            if (_activity.IsAllDataRequested)
            {
                Conclude(_activity, errorType);
            }

            _activity.Dispose();
        }
    }

    private void Describe(Activity activity, ReadOnlySpan<byte> body)
    {
        activity.SetTag(TagNames.OperationName, TagNames.InvokeWorkflow);
        activity.SetTag(TagNames.ProviderName, TagNames.FetchHive);
        activity.SetTag(TagNames.WorkflowName, Deployment);
        activity.SetTag(TagNames.Workspace, Settings.Workspace);
        activity.SetTag(TagNames.Deployment, Deployment);
        activity.SetTag(TagNames.Variant, Variant);
        activity.SetTag(TagNames.ServerAddress, Settings.Endpoint.Host);
        activity.SetTag(TagNames.ServerPort, Settings.Endpoint.Port);
        if (Settings.RecordsContent)
        {
            AddIfKnown(activity, TagNames.Inputs, RecordedContent.Inputs(body, _call));
        }
    }

    private void Conclude(Activity activity, string? errorType)
    {
        AddIfKnown(activity, TagNames.RequestId, _requestId ?? _call.Quote((_failure as FetchHiveException)?.RequestId));
        AddIfKnown(activity, TagNames.RunStatus, _failure is FetchHiveRunFailedException ? RunStatus.Failed.ToString() : _runStatus);
        if (_status != 0)
        {
            activity.SetTag(TagNames.StatusCode, _status);
        }

        if (_attempts > 1)
        {
            activity.SetTag(TagNames.ResendCount, _attempts - 1);
        }

        if (errorType is null)
        {
            return;
        }

        // Without the message: the service may quote the request in it.
        activity.SetTag(TagNames.ErrorType, errorType);
        activity.SetStatus(ActivityStatusCode.Error);
        AddIfKnown(activity, TagNames.ErrorCode, _call.Quote(ErrorTypes.CodeOf(_failure!)));
        bool? mayHaveRun = (_failure as FetchHiveException)?.MayHaveRun ?? (_failure as FetchHiveCanceledException)?.MayHaveRun;
        if (mayHaveRun is { } value)
        {
            activity.SetTag(TagNames.MayHaveRun, value);
        }
    }

    private TagList NameTags()
    {
        TagList tags = default;
        tags.Add(TagNames.Workspace, Settings.Workspace);
        tags.Add(TagNames.Deployment, Deployment);
        tags.Add(TagNames.Variant, Variant);
        return tags;
    }

    private void AddStatus(ref TagList tags)
    {
        if (_status != 0)
        {
            tags.Add(TagNames.StatusCode, _status);
        }
    }

    private static void AddIfKnown(Activity activity, string name, string? value)
    {
        if (value is not null)
        {
            activity.SetTag(name, value);
        }
    }

    private static void AddIfKnown(ActivityTagsCollection tags, string name, string? value)
    {
        if (value is not null)
        {
            tags.Add(name, value);
        }
    }
}
