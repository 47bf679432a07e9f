using FetchHive.CodeGeneration;

namespace FetchHive;

/// <summary>What a call makes of its response. Structs, so that the one call method serves all of them without a delegate.</summary>
/// <typeparam name="T">The result.</typeparam>
internal interface ICallResult<T>
{
    T Read(in ReceivedResponse answer, CallContext call);
}

internal readonly struct OutputResult<T>(OutputReader<T> reader) : ICallResult<T>
{
    public T Read(in ReceivedResponse answer, CallContext call) => ResponseReader.Output(answer, call, reader);
}

internal readonly struct RunResult<T>(OutputReader<T> reader) : ICallResult<WorkflowRun<T>>
{
    public WorkflowRun<T> Read(in ReceivedResponse answer, CallContext call) => ResponseReader.Run(answer, call, reader);
}

internal readonly struct AcceptedRunResult<T>(CallbackContract<T> contract) : ICallResult<AcceptedRun<T>>
{
    public AcceptedRun<T> Read(in ReceivedResponse answer, CallContext call) => ResponseReader.Accepted(answer, call, contract);
}

/// <summary>The run only has to be finished.</summary>
internal readonly struct NoResult : ICallResult<bool>
{
    public bool Read(in ReceivedResponse answer, CallContext call)
    {
        ResponseReader.Finished(answer, call);
        return true;
    }
}
