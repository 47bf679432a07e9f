Imports System.Threading.Tasks

<FetchHive.FetchHiveDeployment("research-brief", "production")>
Public Interface IBrief
    Function RunAsync(topic As String) As Task(Of String)
End Interface
