module Briefs

[<FetchHive.FetchHiveDeployment("research-brief", "production")>]
type IBrief =
    abstract RunAsync: string -> System.Threading.Tasks.Task<string>
