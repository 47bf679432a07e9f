using FetchHive.CodeGeneration;

namespace FetchHive;

/// <summary>
/// Reads a call's result from a response. The implementations are structs, so that one call method serves all of them without a delegate.
/// </summary>
/// <typeparam name="T">The result.</typeparam>
internal interface ICallResult<T>
{
    T Read(in ReceivedResponse response, CallContext call);
}

internal readonly struct OutputResult<T>(OutputReader<T> reader) : ICallResult<T>
{
    public T Read(in ReceivedResponse response, CallContext call) => ResponseReader.Output(response, call, reader);
}

internal readonly struct RunResult<T>(OutputReader<T> reader) : ICallResult<WorkflowRun<T>>
{
    public WorkflowRun<T> Read(in ReceivedResponse response, CallContext call) => ResponseReader.Run(response, call, reader);
}

internal readonly struct AcceptedRunResult<T>(CallbackContract<T> contract) : ICallResult<AcceptedRun<T>>
{
    public AcceptedRun<T> Read(in ReceivedResponse response, CallContext call) => ResponseReader.Accepted(response, call, contract);
}

/// <summary>Only checks that the run has finished.</summary>
internal readonly struct NoResult : ICallResult<bool>
{
    public bool Read(in ReceivedResponse response, CallContext call)
    {
        ResponseReader.Finished(response, call);
        return true;
    }
}
