using BriefService;
using FetchHive;
using FetchHive.AspNetCore;
using Microsoft.OpenApi;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Services.AddFetchHive(builder.Configuration.GetSection("FetchHive")).AddResearchBrief();
builder.Services.AddFetchHiveCallbacks(builder.Configuration.GetSection("FetchHive:Callbacks"));
builder.Services.AddSingleton<Archive>();
builder.Services.AddSingleton<BriefWriter>();
builder.Services.AddOpenApi(options => options.AddSchemaTransformer((schema, context, _) =>
{
    // OpenAPI can't know the schema of a type with its own converter.
    if (context.JsonTypeInfo.Type == typeof(RunStatus))
    {
        schema.Type = JsonSchemaType.String;
    }

    return Task.CompletedTask;
}));

WebApplication app = builder.Build();

// Each finished brief goes into the archive of the customer that it was started for.
app.MapFetchHiveCallback(
    "/callbacks/{customer}/brief",
    IResearchBrief.StartCallback,
    (callback, services, _) =>
    {
        CallbackRequest request = services.GetRequiredService<CallbackRequest>();
        services.GetRequiredService<Archive>().Add(request.RouteValues["customer"], callback);
        return Task.CompletedTask;
    });

// Starts a brief and responds at once. The response is the run: its id and its status, and never its secret.
app.MapPost("/customers/{customer}/briefs", async (
    string customer, string topic, IResearchBrief briefs, CallbackRunTracker tracker, CancellationToken token) =>
{
    Uri callbackUrl = tracker.GetCallbackUrl(IResearchBrief.StartCallback, new() { ["customer"] = customer });
    AcceptedRun<string> run = await briefs.StartAsync(topic, callbackUrl, token);
    return TypedResults.Accepted($"/briefs/{run.RequestId}", run);
});

// The state of a brief.
app.MapGet("/briefs/{id}", async (string id, CallbackRunTracker tracker, CancellationToken token) =>
    await tracker.TryGetResultAsync(IResearchBrief.StartCallback, id, token) switch
    {
        null => Results.Ok(new BriefState("running")),
        FailedWorkflowCallback<string> failed => Results.Ok(new BriefState("failed", Error: failed.Error)),
        UnreadableWorkflowCallback<string> unreadable => Results.Ok(new BriefState("not as promised", unreadable.OutputText)),
        WorkflowCallback<string> completed => Results.Ok(new BriefState("completed", completed.GetOutput())),
    });

app.MapGet("/customers/{customer}/briefs", (string customer, Archive archive) => archive.Of(customer));

app.MapOpenApi();
app.Run();
