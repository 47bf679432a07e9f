using System;
using System.Collections.Generic;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.Emulator.Callbacks;
using FetchHive.Emulator.Deployments;
using FetchHive.Emulator.Faults;
using FetchHive.Emulator.Hosting;
using FetchHive.Emulator.Page;
using FetchHive.Emulator.Requests;
using FetchHive.Emulator.Responses;
using FetchHive.Emulator.Runs;
using FetchHive.Emulator.Snippets;
using Microsoft.AspNetCore.Http;

namespace FetchHive.Emulator;

/// <summary>
/// A local stand-in for the Fetch Hive service: a real HTTP server on a free loopback port. It refuses what the service refuses, with the
/// service's own errors, runs the workflows that were deployed on it, delivers their callbacks, and records what it received and sent. It
/// is thread-safe, and any number can run in one process.
/// </summary>
/// <example>
/// <code>
/// await using FetchHiveEmulator hive = await FetchHiveEmulator.StartAsync(hive => hive
///     .Deploy("research-brief", "production", start => start
///         .TakesText("topic")
///         .Returns(inputs => $"A brief on {inputs["topic"]}")));
/// </code>
/// </example>
public sealed partial class FetchHiveEmulator : IAsyncDisposable
{
    private readonly FetchHiveEmulatorOptions _options;
    private readonly DeploymentTable _deployments;
    private readonly ReceivedRequests _log;
    private readonly ResponseScript _script = new();
    private readonly RunEngine _runs;
    private readonly FaultSwitch _faults;
    private readonly SentCallbacks _sent;
    private readonly CallbackDispatcher _callbacks;
    private readonly SemaphoreSlim _listening = new(1);
    private readonly RequestDelegate _handle;
    private LocalServer? _server;
    private Socket? _reservedPort;
    private bool _isDisposed;

    private FetchHiveEmulator(FetchHiveEmulatorOptions options, DeploymentTable deployments)
    {
        ApiKey = options.ApiKey;
        _options = options;
        _faults = new FaultSwitch(options.Faults);
        _deployments = deployments;
        _log = new ReceivedRequests(options.MaxRecordedRequests);
        _sent = new SentCallbacks(options.MaxRecordedRequests, options.OnCallbackSent);
        _callbacks = new CallbackDispatcher(options, _sent);
        _runs = new RunEngine(options.MaxConcurrentRuns, options.MaxRecordedRequests, options.TimeProvider, options.OnRunEnded);
        InvokeEndpoint service = new(options, _deployments, _log, _script, _faults, _runs, _callbacks);
        _handle = options.ServesPage ? new PageEndpoint(this, service).HandleAsync : service.HandleAsync;
    }

    /// <summary>The API key that callers must send.</summary>
    public string ApiKey { get; }

    /// <summary>The base address for a client: <c>http://127.0.0.1:{port}/v1</c>.</summary>
    public Uri BaseAddress { get; private set; } = null!;

    /// <summary>
    /// A snapshot of the requests received so far, in order: at most the newest <see cref="FetchHiveEmulatorOptions.MaxRecordedRequests"/>.
    /// </summary>
    public IReadOnlyList<ReceivedRequest> Requests => _log.Snapshot();

    /// <summary>Starts an emulator.</summary>
    /// <param name="configure">Deploys workflows and sets options; more can be deployed later.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <returns>The running emulator. Dispose of it to stop it.</returns>
    /// <exception cref="System.IO.IOException">The port of <see cref="FetchHiveEmulatorOptions.Port"/> is taken.</exception>
    public static async Task<FetchHiveEmulator> StartAsync(
        Action<FetchHiveEmulatorBuilder>? configure = null, CancellationToken cancellationToken = default)
    {
        var builder = new FetchHiveEmulatorBuilder();
        configure?.Invoke(builder);
        FetchHiveEmulatorOptions options = builder.Options.Copy();
        var emulator = new FetchHiveEmulator(options, builder.Deployments);
        emulator._server = await LocalServer
            .StartAsync(emulator._handle, options.Address, options.Port, cancellationToken)
            .ConfigureAwait(false);
        emulator.BaseAddress = new Uri($"http://127.0.0.1:{emulator._server.Port}{InvokeEndpoint.BasePath}");
        return emulator;
    }

    /// <summary>Deploys one more variant of a workflow, on the running emulator.</summary>
    /// <param name="deployment">The deployment's name.</param>
    /// <param name="variant">The variant's name.</param>
    /// <param name="configure">Declares the Start inputs and the output of a run.</param>
    /// <exception cref="ArgumentException">A name is empty, or this variant is already deployed.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="configure"/> doesn't set the output of a run, or sets it
    /// twice.</exception>
    public void Deploy(string deployment, string variant, Action<DeploymentBuilder> configure) =>
        _deployments.Add(deployment, variant, configure);

    /// <summary>
    /// Deploys every snippet that the build put beside the application, in the folder <c>fetchhive</c>: those of this project and of the
    /// projects that it references. Each input takes the JSON kind that its sample has, and is required unless <c># optional:</c> names it;
    /// runs yield the samples of outputs in turn. To change a deployment afterwards, call <c>Deploy</c> with its names: it overrides the
    /// snippet.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no snippet.</exception>
    /// <exception cref="FormatException">
    /// A snippet or a sample can't be read. The message has the compiler's text (FH5001) for each.
    /// </exception>
    /// <exception cref="ArgumentException">A variant is already deployed, by code or by a snippet that differs.</exception>
    public void DeploySnippets() => _deployments.AddSnippets();

    /// <summary>
    /// Deploys every snippet of a folder and the folders in it, as <see cref="DeploySnippets()"/> does. Folders that builds and tools
    /// create (<c>bin</c>, <c>obj</c>, <c>artifacts</c>, <c>node_modules</c>, <c>TestResults</c>, and names that begin with a dot) and
    /// links to folders are skipped.
    /// </summary>
    /// <param name="folder">The folder: absolute, or relative to the current one.</param>
    /// <exception cref="ArgumentException"><paramref name="folder"/> is empty, or a variant is already deployed.</exception>
    /// <exception cref="System.IO.DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidOperationException">There is no snippet.</exception>
    /// <exception cref="FormatException">
    /// A snippet or a sample can't be read. The message has the compiler's text (FH5001) for each.
    /// </exception>
    public void DeploySnippets(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        _deployments.AddSnippets(folder);
    }

    /// <summary>Deploys one snippet, with the samples of outputs beside it, as <see cref="DeploySnippets()"/> does.</summary>
    /// <param name="path">
    /// The file: its full path, its name, or the end of its path in the folder <c>fetchhive</c> beside the application.
    /// </param>
    /// <param name="configure">Overrides the snippet: redeclares an input, or sets the output of a run.</param>
    /// <exception cref="System.IO.FileNotFoundException">There is no such file, or there are several.</exception>
    /// <exception cref="FormatException">The snippet or a sample can't be read. The message has the compiler's text (FH5001).</exception>
    /// <exception cref="ArgumentException">A variant is already deployed.</exception>
    public void DeploySnippet(string path, Action<DeploymentBuilder>? configure = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        _deployments.Add(SnippetFolder.ReadOne(path), configure);
    }

    /// <summary>The secret that the deployment's callbacks are signed with; its variants share it.</summary>
    /// <param name="deployment">The deployment's name.</param>
    /// <returns>The secret.</returns>
    /// <exception cref="ArgumentException">There is no such deployment.</exception>
    public string GetWebhookSecret(string deployment) => _deployments.Get(deployment, null).WebhookSecret;

    /// <summary>
    /// Answers the next request with <paramref name="response"/>, whatever that request is, before it is checked and without starting a run
    /// (except <see cref="EmulatorResponse.Regular"/>). If called several times, the responses are used in that order, one for each
    /// request.
    /// </summary>
    /// <param name="response">The response.</param>
    public void RespondNext(EmulatorResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        _script.Add(response);
    }

    /// <summary>
    /// Answers the next request with this status and JSON, whatever that request is, before it is checked and without starting a run.
    /// </summary>
    /// <param name="statusCode">The HTTP status, from 200 to 999.</param>
    /// <param name="body">The body; sent as it is, well-formed or not.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="statusCode"/> is outside its range.</exception>
    public void RespondNext(int statusCode, string body) => RespondNext(EmulatorResponse.Json(statusCode, body));

    /// <summary>
    /// Answers the next request that names this deployment and variant, and has the right key, with <paramref name="response"/>, without
    /// starting a run.
    /// </summary>
    /// <param name="deployment">The deployment's name.</param>
    /// <param name="variant">The variant's name.</param>
    /// <param name="response">The response.</param>
    /// <exception cref="ArgumentException">There is no such deployment, or the response comes before the request is read.</exception>
    public void RespondNext(string deployment, string variant, EmulatorResponse response)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(variant);
        ArgumentNullException.ThrowIfNull(response);
        if (!response.ReadsRequest)
        {
            throw new ArgumentException(
                "This response comes before the request is read, so before its deployment is known. Use the overload without a "
                    + "deployment and a variant.",
                nameof(response));
        }

        _deployments.Get(deployment, variant).Script.Add(response);
    }

    /// <summary>Removes the requests received so far from <see cref="Requests"/>.</summary>
    public void ClearRequests() => _log.Clear();

    /// <summary>
    /// Stops at once. Connections with a request in flight are closed, callbacks under way are given up, and the token of running functions
    /// is cancelled. Functions that ignore it aren't waited for.
    /// </summary>
    /// <returns>A task that completes when the port is free.</returns>
    public async ValueTask DisposeAsync()
    {
        await _listening.WaitAsync().ConfigureAwait(false);
        try
        {
            if (_isDisposed)
            {
                return;
            }

            _isDisposed = true;
            _runs.Stop();
            await _callbacks.DisposeAsync().ConfigureAwait(false);
            _reservedPort?.Dispose();
            if (_server is { } server)
            {
                _server = null;
                await server.DisposeAsync().ConfigureAwait(false);
            }

            _runs.Dispose();
        }
        finally
        {
            _listening.Release();
        }
    }
}
