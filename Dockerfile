# The graph command as a small image: no shell, no package manager, not root, nothing written outside of /data (an embedded graph) and /tmp.
FROM node:22-alpine AS explorer
WORKDIR /explorer
COPY src/Graph.Explorer .
RUN npm run build

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# The history is not in the image: docker build --build-arg VERSION=1.2.0
ARG VERSION=0.0.0
WORKDIR /source
COPY . .
COPY --from=explorer /explorer/obj/explorer src/Graph.Explorer/obj/explorer
RUN dotnet publish src/Graph.Cli -c Release -o /app -p:RunAnalyzers=false -p:UseAppHost=false -p:GenerateDocumentationFile=false -p:MinVerVersionOverride=$VERSION
# SQLite comes for thirty systems, 67 MB; the image runs on one of two.
RUN find /app/runtimes -mindepth 1 -maxdepth 1 ! -name linux-x64 ! -name linux-arm64 -exec rm -r {} +
RUN mkdir /data

FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
WORKDIR /app
COPY --from=build /app .
# A volume that is new takes over whose folder it covers: the user's, who could not write into one of root's.
COPY --from=build --chown=1654:1654 /data /data
ENV DOTNET_EnableDiagnostics=0 GRAPH_STORE=sqlite:/data/graph.db
USER $APP_UID
# Records that an import rejects go where it works, unless --rejected names another folder.
WORKDIR /data
EXPOSE 5080
ENTRYPOINT ["dotnet", "/app/graph.dll"]
# Refused without --keys, --jwt or --open: others than this machine may reach the address.
CMD ["serve", "--urls", "http://0.0.0.0:5080"]
